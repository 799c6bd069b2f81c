/** Words that stand alone elsewhere, as they stand inside a sentence: "Hører til KS-regionen" → "hører til KS-regionen". */
export function inSentence(words: string): string {
	return words.slice(0, 1).toLocaleLowerCase("nb") + words.slice(1);
}
