import type { View } from '@/lib/pdf/view';
import { Chapter } from './chapter';

type Answer = View['answers']['groups'][number]['answers'][number];

/** The appendix: every answer with what was noted and shown, and the statements that it decides. */
export function AnswersChapter({ view }: { view: View['answers'] }) {
  return (
    <Chapter id="answers" newPage>
      <p className="max-w-prose">
        Every capability by {view.by}: the rung given, what was noted and shown, and the statements that hold
        because of it, those that wait for another answer, and those that need a higher rung.
      </p>
      {view.groups.map(({ title, answers }) => (
        <div key={title} className="mt-8">
          <h3 className="text-lg">{title}</h3>
          {answers.map((answer) => (
            <AnswerPart key={answer.title} answer={answer} />
          ))}
        </div>
      ))}
    </Chapter>
  );
}

function AnswerPart({ answer }: { answer: Answer }) {
  const { anchor, title, question, cell, standing, rungText, reason, note, evidence } = answer;
  return (
    <article
      {...(anchor === null ? {} : { id: anchor })}
      className="border-line mt-4 border-t pt-3 text-sm"
      aria-label={title}
    >
      <div className="flex items-baseline justify-between gap-4">
        <h4 className="text-base font-medium">{title}</h4>
        <span className="whitespace-nowrap">
          {standing} <b aria-hidden={cell.mark === '?' || cell.mark === '–'}>{cell.mark}</b>
        </span>
      </div>
      <p className="text-quiet max-w-prose">{question}</p>
      {rungText !== null && <p className="mt-1 max-w-prose">{rungText}</p>}
      {reason !== null && <p className="mt-1 max-w-prose break-words">Does not apply: {reason}</p>}
      {note.length > 0 && (
        <blockquote className="border-border mt-2 max-w-prose border-l-2 pl-3 break-words">
          {note.map((line, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- lines may repeat and never change places
            <p key={index}>{line}</p>
          ))}
        </blockquote>
      )}
      {evidence.length > 0 && (
        <>
          <p className="mt-2 font-medium">Evidence</p>
          <ul className="list-disc pl-6 break-words">
            {evidence.map(({ title: name, href, shown, note: about }) => (
              <li key={`${name} ${href}`}>
                {href === null ? (
                  name
                ) : (
                  <a href={href} className="link" rel="noreferrer">
                    {name}
                  </a>
                )}
                {shown !== null && <span className="text-quiet hidden print:inline"> {shown}</span>}
                {about !== null && <span className="text-quiet"> · {about}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      <Tied title="Statements met" tied={answer.meets} />
      <Tied title="Met here, held back elsewhere" tied={answer.heldBack} />
      <Tied title="Not yet" tied={answer.missing} />
    </article>
  );
}

function Tied({ title, tied }: { title: string; tied: Answer['meets'] }) {
  if (tied.length === 0) return null;
  return (
    <>
      <p className="mt-2 font-medium">{title}</p>
      <ul>
        {tied.flatMap(({ mark, items }) =>
          items.map(({ ids, text }) => (
            <li key={ids.join(' ')} className="max-w-prose pl-4 -indent-4">
              <span aria-hidden="true" className="text-accent">
                {mark}{' '}
              </span>
              {text} <span className="text-quiet">{ids.join(', ')}</span>
            </li>
          )),
        )}
      </ul>
    </>
  );
}
