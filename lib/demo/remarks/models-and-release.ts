import type { Remarks } from './remark';

export const MODELS_AND_RELEASE: Remarks = {
  'model-registry': {
    notes: {
      0: ['Which file is in use was a guess until we compared checksums.'],
      1: ['Models go to one folder; each of us names them differently.'],
      2: ['The release candidate is registered by its author, the others are not.'],
      3: ['Each passing run registers its model; test and production fetch it there.'],
    },
    evidence: {
      2: ['Registry entry of the model in production', 'registry/production'],
      3: ['Pipeline step that registers the model', 'git/register-step'],
    },
  },
  'responsible-ai': {
    notes: {
      0: ['Nobody has asked for it so far.'],
      1: ['Explained on request, last for the complaints desk.'],
      2: ['Model card filled in by hand for each release, with results per age group.'],
      3: ['The card and the results per group come out of the pipeline.'],
    },
    evidence: {
      2: ['Model card of the latest release', 'wiki/model-card'],
      3: ['Pipeline report with results per group', 'tracker/groups'],
    },
  },
  'promotion-policy': {
    notes: {
      0: ['Whoever trained the model puts it into use.'],
      1: ['Settled in the chat; the reasons are not kept.'],
      2: ['Two named approvers and a form; a decision takes a day or two.'],
      3: ['The release waits for the approver, who finds the evidence attached.'],
    },
    evidence: {
      2: ['Recorded decision for the version in production', 'tickets/release-decision'],
      3: ['Release run waiting for its approver', 'builds/release-approval'],
    },
  },
  'application-ci': {
    notes: {
      0: ['The scoring page is edited on its server.'],
      1: ['Built on the laptop of the one developer.'],
      2: ['Every commit is built and tested; the nightly release is installed by operations.'],
      3: ['The channel team releases from its pipeline; an approval is the only hand step.'],
    },
    evidence: {
      2: ['Build log of the newest commit', 'builds/application'],
      3: ['Run that installed the present version', 'builds/application-release'],
    },
  },
  'ml-code-ci': {
    notes: {
      0: ['Errors show when the run fails.'],
      1: ['A few tests of the feature code, run when we remember.'],
      2: ['Unit tests for each step; they have to pass before a merge, by agreement.'],
      3: ['Every commit runs the tests and a small end-to-end run on sample data.'],
    },
    evidence: {
      2: ['Unit tests of one pipeline step', 'git/tests'],
      3: ['Test run of the newest commit', 'builds/training-code'],
    },
  },
  'pipeline-delivery': {
    notes: {
      0: ['Training runs in the workspace of its author, for production too.'],
      1: ['Copied across by hand; the copies have differed once.'],
      2: ['Installed by the written procedure; each installation is noted in a ticket.'],
      3: ['A push installs and runs the pipeline in test, and from there it is promoted.'],
    },
    evidence: {
      2: ['Ticket of the last installation', 'tickets/pipeline-installation'],
      3: ['Delivery run of the current pipeline', 'builds/pipeline-delivery'],
    },
  },
  'model-deployment': {
    notes: {
      1: [
        'Two people can do it, and they do it differently.',
        'Copied to the server by hand, mostly on Tuesdays.',
      ],
      2: ['One page, twelve steps; a colleague from another team tried it.'],
      3: ['Setting the registry status to production starts the deployment.'],
    },
    evidence: {
      2: ['Deployment procedure', 'wiki/deployment'],
      3: ['Deployment run of the version in production', 'builds/deployment'],
    },
  },
  'preproduction-testing': {
    notes: {
      0: ['The first batch with a new model is the real one.'],
      1: ['The author sends a few known cases and looks at the scores.'],
      2: ['Integration tests through the service, run before each release from the checklist.'],
      3: ['The pipeline tests each version under the load of a Monday morning.'],
    },
    evidence: { 2: ['Test report of the last release', 'builds/integration-tests'] },
  },
  'progressive-delivery': {
    notes: {
      0: ['All traffic moves at once, on a quiet morning.'],
      1: ['The last release began with staff accounts; that was an idea of the day.'],
      2: ['Five per cent for three days, by the written canary procedure.'],
    },
    evidence: { 2: ['Canary procedure and its last result', 'wiki/canary'] },
  },
  rollback: {
    notes: {
      0: ['The old model file is overwritten.'],
      1: ['The last version is kept; how to bring it back is worked out each time.'],
      2: ['Rehearsed in September, took 25 minutes.'],
      3: ['A failed release brings back the last version by itself.'],
    },
    evidence: {
      2: ['Notes of the rehearsal', 'wiki/rollback-rehearsal'],
      3: ['Last return to an older version', 'builds/rollback'],
    },
  },
  'serving-contract': {
    notes: {
      0: ['The developers find out by trial what the model takes.'],
      1: ['The scoring script is explained in a call.'],
      2: ['Schema and tests in the repository; checked before each release.'],
      3: ['Contract tests run against each new version.'],
    },
    evidence: {
      2: ['Schema of inputs and outputs', 'git/schema'],
      3: ['Contract test run of the last release', 'builds/contract-tests'],
    },
  },
};
