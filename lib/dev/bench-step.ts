import { STEPS, type StepName } from '../bench/steps';

/** For `npm run bench`: one step of a measure in a process of its own; prints what it gives as JSON. */
const [name = '', ...args] = process.argv.slice(2);
if (!(name in STEPS)) throw new Error(`there is no step ${name}`);
console.log(JSON.stringify(await STEPS[name as StepName](args)));
