/** Words as sheets and lists are held against each other: spaces and capitals do not count. */
export function fold(text: string): string {
	return text.trim().replace(/\s+/g, " ").toLocaleLowerCase("nb");
}

/** Finds by a name; undefined where nobody has it, or more than one. */
export function finderOf<Value>(named: Iterable<readonly [string, Value]>): (word: string) => Value | undefined {
	const found = new Map<string, Value | undefined>();
	for (const [word, value] of named) {
		const key = fold(word);
		found.set(key, found.has(key) && found.get(key) !== value ? undefined : value);
	}
	return (word) => found.get(fold(word));
}
