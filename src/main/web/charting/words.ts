/** The page's words by key, as the server's message files have them. */
export type Patterns = Readonly<Record<string, string>>;

/** Says a message: `say('charting.allOut', 3)`. An unknown key says itself. */
export type Say = (key: string, ...values: readonly (string | number)[]) => string;

/** Says messages in a language, whose figures are written as it writes them. */
export function sayer(patterns: Patterns, language: string): Say {
  const figure = new Intl.NumberFormat(language);
  return (key, ...values) => {
    const pattern = patterns[key];
    return pattern === undefined ? key : message(pattern, values, figure);
  };
}

/** What the server's `MessageFormat` makes of `{0}` and `{0,choice,0#none|1#one|1<{0} more}`. */
export function message(pattern: string, values: readonly (string | number)[], figure: Intl.NumberFormat): string {
  const whole = values.length === 0 ? pattern : pattern.replaceAll("''", '\u0000');
  return filled(whole, values, figure).replaceAll('\u0000', "'");
}

function filled(pattern: string, values: readonly (string | number)[], figure: Intl.NumberFormat): string {
  if (values.length === 0) {
    return pattern;
  }
  let text = '';
  for (let at = 0; at < pattern.length;) {
    if (pattern[at] !== '{') {
      text += pattern[at];
      at += 1;
      continue;
    }
    const end = closing(pattern, at);
    text += argument(pattern.slice(at + 1, end), values, figure);
    at = end + 1;
  }
  return text;
}

function closing(pattern: string, from: number): number {
  let depth = 0;
  for (let at = from; at < pattern.length; at += 1) {
    depth += pattern[at] === '{' ? 1 : pattern[at] === '}' ? -1 : 0;
    if (depth === 0) {
      return at;
    }
  }
  return pattern.length;
}

function argument(inside: string, values: readonly (string | number)[], figure: Intl.NumberFormat): string {
  const [place = '', kind, ...rest] = inside.split(',');
  const value = values[Number(place.trim())] ?? '';
  if (kind?.trim() !== 'choice') {
    return typeof value === 'number' ? figure.format(value) : value;
  }
  return filled(chosen(rest.join(','), Number(value)), values, figure);
}

/** The last of `limit#text` (from the limit on) and `limit<text` (above it) that fits. */
function chosen(choices: string, value: number): string {
  let fits = '';
  choices.split('|').forEach((choice, place) => {
    const parts = /^([^#<]*)([#<])(.*)$/s.exec(choice);
    const limit = Number(parts?.[1]);
    if (parts && (place === 0 || (parts[2] === '#' ? value >= limit : value > limit))) {
      fits = parts[3] ?? '';
    }
  });
  return fits;
}
