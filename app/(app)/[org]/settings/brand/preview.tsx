import { readableAccent } from '@/lib/domain/brand';
import { buttonClass } from '../../../../ui/button';

/** Millimetres on the cover; none while a file that was only chosen has not been measured. */
export type ShownLogo = { src: string; alt: string; width?: number; height?: number };

type Props = {
  pdf: string;
  name: string;
  accent: string | null;
  confidentiality: string;
  logo: ShownLogo | null;
};

/** The colours of paper: a page is white in the dark as well. */
const INK = '#1B1E1D';
const SOFT = '#525C58';
const HAIR = '#D3D8D5';
const DEEP = '#0F4A43';

/** Millimetres of a page of 210, whatever its width on the screen. */
const mm = (length: number): string => `${(length / 210) * 100}cqw`;
const pt = (size: number): string => mm(size * 0.3528);

/** The cover and a page as the PDF has them, small. */
export function Preview({ pdf, ...brand }: Props) {
  return (
    <figure className="lg:sticky lg:top-20">
      <div className="grid gap-3 sm:grid-cols-2">
        <Cover {...brand} />
        <Inside {...brand} />
      </div>
      <figcaption className="text-quiet mt-3 flex flex-wrap items-center justify-between gap-3 text-sm">
        Cover and a page of a report.
        <a href={pdf} className={buttonClass('plain')}>
          See it as a PDF, as saved
        </a>
      </figcaption>
    </figure>
  );
}

function Sheet({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div
      role="img"
      aria-label={label}
      className="border-border overflow-hidden border"
      style={{ containerType: 'inline-size', aspectRatio: '210 / 297', background: '#fff', color: INK }}
    >
      <div
        aria-hidden="true"
        className="flex h-full flex-col"
        style={{ padding: mm(22), fontSize: pt(10), lineHeight: 1.4 }}
      >
        {children}
      </div>
    </div>
  );
}

function Cover({ name, accent, logo }: Omit<Props, 'pdf'>) {
  const tint = accent === null ? DEEP : readableAccent(accent).colour;
  return (
    <Sheet label={`Cover with ${logo === null ? 'no logo' : 'the logo'} and the name ${name}`}>
      {/* A picture of the person's own, drawn from the page itself. */}
      <div style={{ height: mm(18) }}>
        {logo === null ? (
          <span style={{ fontSize: pt(15), fontWeight: 700 }}>Rungs</span>
        ) : (
          // oxlint-disable-next-line nextjs/no-img-element -- a data address; nothing to fetch or scale
          <img
            src={logo.src}
            alt=""
            style={{
              maxWidth: mm(70),
              maxHeight: mm(18),
              ...(logo.width !== undefined && { width: mm(logo.width) }),
              ...(logo.height !== undefined && { height: mm(logo.height) }),
            }}
          />
        )}
      </div>
      <div className="flex-1" />
      <div style={{ fontSize: pt(13), color: SOFT, overflowWrap: 'anywhere' }}>{name}</div>
      <div style={{ fontSize: pt(34), fontWeight: 700, lineHeight: 1.15, margin: `${mm(6)} 0` }}>
        MLOps maturity report
      </div>
      <div style={{ fontSize: pt(18), fontWeight: 600, color: tint }}>Fraud scoring</div>
      <div className="flex-1" />
      <div
        style={{ borderTop: `${accent === null ? mm(0.2) : mm(0.6)} solid ${accent === null ? HAIR : tint}` }}
      />
      <div style={{ marginTop: mm(4), color: SOFT, fontSize: pt(9) }}>
        Date of the answers, status, questionnaires
      </div>
      <div className="flex-[2]" />
    </Sheet>
  );
}

function Inside({ name, accent, confidentiality }: Omit<Props, 'pdf'>) {
  const tint = accent === null ? DEEP : readableAccent(accent).colour;
  return (
    <Sheet label={`A page with the foot ${confidentiality || `Confidential, ${name}`}`}>
      <div style={{ fontSize: pt(19), fontWeight: 700, color: accent === null ? INK : tint }}>Summary</div>
      <div style={{ marginTop: mm(4), fontSize: pt(11) }}>
        At AWS Initial: five answers lead to Repeatable. What holds it back most is an automatic training
        pipeline, <span style={{ color: tint, textDecoration: 'underline' }}>page 12</span>.
      </div>
      {[0.92, 0.7, 0.55, 0.8, 0.35].map((share) => (
        <div key={share} style={{ marginTop: mm(7) }}>
          <div style={{ height: mm(2.6), border: `${mm(0.2)} solid #7C8783` }}>
            <div style={{ height: '100%', width: `${share * 100}%`, background: '#2F7D72' }} />
          </div>
          <div style={{ marginTop: mm(2), height: mm(1.6), width: '60%', background: HAIR }} />
        </div>
      ))}
      <div className="flex-1" />
      <div
        className="flex justify-between gap-2"
        style={{ borderTop: `${mm(0.2)} solid ${HAIR}`, paddingTop: mm(2), fontSize: pt(8.5), color: SOFT }}
      >
        <span style={{ overflowWrap: 'anywhere' }}>{confidentiality || `Confidential · ${name}`}</span>
        <span style={{ whiteSpace: 'nowrap' }}>page 2 of 30</span>
      </div>
    </Sheet>
  );
}
