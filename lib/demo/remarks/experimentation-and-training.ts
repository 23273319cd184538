import type { Remarks } from './remark';

export const EXPERIMENTATION_AND_TRAINING: Remarks = {
  workspaces: {
    notes: {
      1: ['One shared server; memory is settled in the chat.'],
      2: ['Managed notebooks on request, usually there within two days.'],
      3: ['Training jobs bring up their own machines; nothing is left running.'],
    },
    evidence: {
      2: ['Request for a workspace and its delivery', 'tickets/workspace'],
      3: ['Training job with the machines it called up', 'tracker/training-job'],
    },
  },
  'source-control': {
    notes: {
      1: ['The notebooks of two colleagues are still on their machines.'],
      2: ['All in one group of repositories; review depends on the author.'],
      3: ['Main is protected; one approval from outside the change is needed.'],
    },
    evidence: {
      2: ['Repository of the model in production', 'git/model'],
      3: ['Branch protection and a reviewed change', 'git/protected-branches'],
    },
  },
  'experiment-tracking': {
    notes: {
      0: ['Results are lost when the notebook is closed.'],
      1: ['Everybody has a sheet; the columns differ.'],
      2: ['Entered in the tracker by hand before each comparison.'],
      3: ['The training template logs parameters, commit, data and metrics by itself.'],
    },
    evidence: {
      2: ['Tracker entry behind the model in production', 'tracker/production'],
      3: ['Runs compared before the last release', 'tracker/comparison'],
    },
  },
  'runtime-environments': {
    notes: {
      1: ['There is a package list, without versions.'],
      2: ['Pinned versions per job; the image is built when somebody needs it.'],
      3: ['A change of the definition builds, tests and publishes the image.'],
    },
    evidence: {
      2: ['Environment definition that the job names', 'git/environment'],
      3: ['Build run of the image in production', 'builds/image'],
    },
  },
  'modular-code': {
    notes: {
      0: ['The notebook has to be run in an order that its author knows.'],
      1: ['Helpers are in files; the three projects look quite different.'],
      2: ['All projects follow the layout of the template.'],
      3: ['Layout and style are checked on every commit, and the merge waits for them.'],
    },
    evidence: {
      2: ['Repository with steps, helpers and notebooks apart', 'git/layout'],
      3: ['Merge that the layout check blocked', 'git/blocked-merge'],
    },
  },
  'training-pipeline': {
    notes: {
      0: ['The settings of the first model went with its author.'],
      1: ['Retraining means running the notebook with its author on the phone.'],
      2: ['Four scripts in a written order; a new colleague ran them in the second week.'],
      3: ['One start runs everything for all models but the oldest.'],
    },
    evidence: {
      2: ['Written order of the training scripts', 'wiki/training'],
      3: ['Last full run in the orchestrator', 'scheduler/training'],
    },
  },
  lineage: {
    notes: {
      0: ['An audit asked for it in March and we could not say.'],
      1: ['Pieced together from file dates when it is asked for.'],
      2: ['Run folder per release; filing it is the last line of the checklist.'],
      3: ['The deployed model links to its run; audit accepted it as it is.'],
    },
    evidence: {
      2: ['Run folder of the last release', 'data/run-folder'],
      3: ['Run record behind the model in production', 'tracker/lineage'],
    },
  },
  'scheduled-retraining': {
    notes: {
      0: ['The model has not been trained again since its first release.'],
      1: ['Retrained when the business asks, last in June.'],
      2: ['Due dates are in the team calendar; a person starts the run.'],
      3: ['Starts on the first Sunday of each month.'],
    },
    evidence: {
      2: ['Calendar of retraining', 'wiki/retraining'],
      3: ['Scheduled runs and their starts', 'scheduler/retraining'],
    },
  },
  'triggered-retraining': {
    notes: {
      0: ['Nothing would start a run; we would hear of it from the users.'],
      1: ['Retrained once after complaints, in a hurry.'],
      2: ['A limit on the hit rate is written down; below it a person starts retraining.'],
    },
    evidence: { 2: ['Limit on quality and the procedure', 'wiki/retraining-limit'] },
  },
  'model-validation': {
    notes: {
      0: ['There was no data kept out of training.'],
      1: ['The author chooses the metric and decides.'],
      2: ['Thresholds agreed with the product owner; compared by a person and noted.'],
      3: ['The pipeline refused two candidates this quarter.'],
    },
    evidence: {
      2: ['Thresholds of the model and who agreed them', 'wiki/thresholds'],
      3: ['Candidate that the pipeline blocked', 'scheduler/blocked-candidate'],
    },
  },
};
