/** Sends the form of a page that has these fields as a browser without JavaScript does, with nothing kept from before. */
export async function postForm(address: string, to: string, filled: Record<string, string>) {
  const html = await (await fetch(`${address}${to}`)).text();
  const names = Object.keys(filled);
  const form = html.split('<form').find((each) => names.every((name) => each.includes(`name="${name}"`)));
  const body = new FormData();
  for (const [input] of form?.split('</form>')[0]?.matchAll(/<input type="hidden"[^>]*>/g) ?? []) {
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? '';
    body.set(attribute('name'), attribute('value').replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
  }
  for (const [name, value] of Object.entries(filled)) body.set(name, value);
  const response = await fetch(`${address}${to}`, {
    ...{ method: 'POST', body, redirect: 'manual' },
    headers: { origin: address },
  });
  return { response, text: await response.text() };
}
