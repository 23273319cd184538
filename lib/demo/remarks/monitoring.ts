import type { Remarks } from './remark';

export const MONITORING: Remarks = {
  'service-monitoring': {
    notes: {
      0: ['The users call when the scores are missing.'],
      1: ['We open the log when in doubt.'],
      2: ['The dashboard is read in the Monday meeting.'],
      3: ['Latency, errors and late batches raise an alert.'],
    },
    evidence: {
      2: ['Dashboard of the service or batch job', 'dashboards/service'],
      3: ['Last alert with its limit', 'alerts/service'],
    },
  },
  'model-monitoring': {
    notes: {
      0: ['Nobody has compared the scores with what happened.'],
      1: [
        'Looked at now and then, last before the audit.',
        'A colleague draws the curve when somebody asks.',
      ],
      2: ['Compared with the baseline on the first of each month.'],
      3: ['The weekly job alerts the owner when the hit rate falls.'],
    },
    evidence: {
      2: ['Quality over the last months beside the baseline', 'dashboards/quality'],
      3: ['Last alert on quality', 'alerts/quality'],
    },
  },
  'drift-detection': {
    notes: {
      0: ['No statistics of the training data are kept.'],
      1: ['The statistics are kept with the model; we compare on suspicion.'],
      2: ['A monthly routine; the last one found the new card type.'],
      3: ['Compared after each batch, with an alert past the limit.'],
    },
    evidence: {
      1: ['Baseline statistics of the version in production', 'registry/baseline'],
      2: ['Last drift report', 'wiki/drift-report'],
      3: ['Drift alert of the last quarter', 'alerts/drift'],
    },
  },
  'incident-response': {
    notes: {
      0: ['There has been no incident, and no plan for one.'],
      1: ['Whoever sees it fixes it; the last one is told in a chat.'],
      2: ['A runbook per model, with the number to call and how to switch to the rules.'],
      3: ['Alerts reach the person on call; reviews are written.'],
    },
    evidence: {
      2: ['Runbook of the model in production', 'wiki/runbook'],
      3: ['Review of the last incident', 'tickets/incident-review'],
    },
  },
  'prediction-logging': {
    notes: {
      0: ['The next batch overwrites the last.'],
      1: ['Some scores can be found in the logs of the application.'],
      2: ['Inputs, score and model version in one table, kept for thirteen months.'],
      3: ['Outcomes are joined as soon as the case is closed.'],
    },
    evidence: {
      2: ['Stored record of one prediction', 'data/predictions'],
      3: ['Job that joins predictions and outcomes', 'scheduler/outcomes'],
    },
  },
};
