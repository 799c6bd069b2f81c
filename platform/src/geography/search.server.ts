import { type RawBuilder, sql } from "kysely";

/**
 * A text as `foldName` makes it, for what has no `search_name` of its own: the letters of Norwegian, Sámi and the commonest
 * accents. Words to compare with come from `searchWords`.
 */
export function foldedText(text: RawBuilder<unknown>): RawBuilder<string> {
	return sql<string>`regexp_replace(regexp_replace(regexp_replace(translate(lower(${text}),
		'æäåáàâãçčđðéèêëíìîïŋñøöóòôõœšŧúùûüýžþ', 'aaaaaaaccddeeeeiiiinnooooooostuuuuyzt'), 'a[ae]+', 'a', 'g'), 'oe+', 'o', 'g'),
		'[^[:alnum:]]+', ' ', 'g')`;
}
