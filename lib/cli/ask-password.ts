import { text } from 'node:stream/consumers';
import { BadInput } from './bad-input';

/** A password from who sits at the terminal, typed twice and not shown; from standard input where that is no terminal. */
export async function askPassword(): Promise<string> {
  if (!process.stdin.isTTY) return (await text(process.stdin)).replace(/\r?\n$/, '');
  const first = await typed('Password: ');
  if ((await typed('Once more: ')) !== first) throw new BadInput(['rungs admin: the two passwords differ']);
  return first;
}

/** One line from the terminal, whose letters are not echoed. */
async function typed(prompt: string): Promise<string> {
  const { stdin, stderr } = process;
  stderr.write(prompt);
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  stdin.resume();
  try {
    return await line();
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
    stderr.write('\n');
  }
}

const [ENTER, RETURN, INTERRUPT, END, BACK, DELETE] = ['\n', '\r', '\u0003', '\u0004', '\b', '\u007f'];

function line(): Promise<string> {
  return new Promise((resolve, reject) => {
    let letters: string[] = [];
    const take = (chunk: string) => {
      for (const letter of chunk) {
        if (letter === INTERRUPT) return end(() => reject(new BadInput(['rungs admin: stopped'])));
        if (letter === ENTER || letter === RETURN || letter === END)
          return end(() => resolve(letters.join('')));
        letters = letter === BACK || letter === DELETE ? letters.slice(0, -1) : [...letters, letter];
      }
    };
    const end = (say: () => void) => {
      process.stdin.off('data', take);
      say();
    };
    process.stdin.on('data', take);
  });
}
