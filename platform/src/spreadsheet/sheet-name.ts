/** A function that makes names Excel takes (at most 31 characters, none of : \ / ? * [ ], no apostrophe at the ends), each different. */
export function sheetNamer(): (wanted: string) => string {
	const taken = new Set<string>();
	return (wanted) => {
		const clean = trimmed(wanted.replace(/[:\\/?*[\]\p{Cc}]+/gu, " ").replace(/\s+/g, " ")) || "Ark";
		let name = trimmed(clean.slice(0, 31));
		for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
			const tail = ` (${number})`;
			name = `${trimmed(clean.slice(0, 31 - tail.length))}${tail}`;
		}
		taken.add(name.toLowerCase());
		return name;
	};
}

function trimmed(name: string): string {
	return name.replace(/^[\s']+|[\s']+$/g, "");
}
