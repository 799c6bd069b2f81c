/** Other names, one a line, as the register keeps them. */
export function namesOf(lines: string | null): string[] {
	const names = (lines ?? "").split(/\r?\n/).map((line) => line.trim().slice(0, 200));
	return [...new Set(names)].filter((name) => name !== "").slice(0, 50);
}
