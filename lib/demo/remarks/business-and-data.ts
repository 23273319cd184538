import type { Remarks } from './remark';

export const BUSINESS_AND_DATA: Remarks = {
  'business-goals': {
    notes: {
      0: ['The models came out of a data science contest; no target was ever asked for.'],
      1: ['The product owner knows the question, but there is no figure to hold the model against.'],
      2: ['One page per use case, signed by the product owner; kept up to date at each release.'],
      3: ['The monthly job puts avoided losses beside the model metrics for all but one model.'],
    },
    evidence: {
      2: ['Signed use case page', 'wiki/use-case'],
      3: ['Dashboard with the business figure', 'dashboards/business-figure'],
    },
  },
  'roles-and-ownership': {
    notes: {
      1: ['Everybody knows whom to ask; it is written nowhere.'],
      2: ['The owner list was agreed in the spring and is read at each release.'],
      3: ['Reviewers and the on-call rota are generated from the owner file.'],
    },
    evidence: {
      2: ['List of owners', 'wiki/owners'],
      3: ['Owner file and the rota made from it', 'git/owners'],
    },
  },
  'cross-functional-teams': {
    notes: {
      0: ['Data science hands a model file to the engineers two weeks before release.'],
      1: [
        'One engineer helps out when there is time.',
        'Close for the first model, hardly at all for the second.',
      ],
      2: ['One backlog and one repository since data science and engineering sit together.'],
      3: ['The software engineers joined the backlog; the inputs and outputs are agreed in planning.'],
    },
    evidence: {
      2: ['Shared backlog', 'boards/backlog'],
      3: ['Interface agreed by all three professions', 'wiki/interface'],
    },
  },
  'continuous-improvement': {
    notes: {
      0: ['We have not looked back at a release yet.'],
      1: ['Discussed after the failed spring release; nobody followed it up.'],
      2: ['Retrospective every second Thursday; open actions are read first.'],
      3: ['Lead time and failed releases are collected by the delivery pipeline.'],
    },
    evidence: {
      2: ['Actions of the last two retrospectives', 'wiki/retrospectives'],
      3: ['Lead time against the quarterly goal', 'dashboards/lead-time'],
    },
  },
  'data-pipelines': {
    notes: {
      0: ['We train on the extracts that the warehouse team left for another project.'],
      1: ['An analyst pulls the extract when we ask, each time with another query.'],
      2: ['The scripts are shared; somebody has to start them on the first working day.'],
      3: ['Runs every night; the batch and the training sets come out of the same run.'],
    },
    evidence: {
      2: ['Script that joins the sources', 'git/data-preparation'],
      3: ['Last ten runs of the data pipeline', 'scheduler/data-pipeline'],
    },
  },
  'data-versioning': {
    notes: {
      0: ['The training table is overwritten every night.'],
      1: ['Kept for the largest model only, as a dated copy on the share.'],
      2: ['The release checklist asks for the copy; layout by use case and run.'],
      3: ['Each run writes the snapshot id into its record.'],
    },
    evidence: {
      2: ['Stored training data of the last release', 'data/training-sets'],
      3: ['Run record with the snapshot id', 'tracker/last-run'],
    },
  },
  'data-validation': {
    notes: {
      0: ['A column changed its unit in April and we noticed from the scores.'],
      1: [
        'The author plots the main columns before training.',
        'Looked over by eye; it has been enough so far.',
      ],
      2: ['Checks of columns, types and ranges; whoever is on duty decides.'],
      3: ['The pipeline stopped twice this quarter, both times for a late source.'],
    },
    evidence: {
      2: ['Written expectations for the main dataset', 'git/expectations'],
      3: ['Run that the data checks stopped', 'scheduler/stopped-run'],
    },
  },
  'feature-store': {
    notes: {
      0: ['Each model computes its own features; we do not know what the neighbours have.'],
      1: ['Feature code was copied from the first model and has drifted since.'],
      2: ['Shared features are in the store; the refresh is started by hand.'],
      3: ['Batch and live read the same values from the store.'],
    },
    evidence: {
      2: ['Page of a feature that two models use', 'features/catalogue'],
      3: ['Refresh job with its last runs', 'scheduler/feature-refresh'],
    },
  },
};
