export const metadata = { title: 'Blank', robots: { index: false } };

/** Nothing but the root layout: the floor above which `npm run bench` counts each page's JavaScript. */
export default function BlankPage() {
  return (
    <main id="main">
      <h1>Blank</h1>
    </main>
  );
}
