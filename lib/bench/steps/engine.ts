import { database } from '@/db/client';
import { engineWords } from '@/db/engine';

/** The engine of the database with its version and the settings that say what an acknowledged write is worth. */
export const engine = (): Promise<string> => engineWords(database());
