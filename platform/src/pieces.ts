/** A list in pieces of so many, the last of what is left. */
export function* piecesOf<Value>(
	list: readonly Value[],
	most: number,
): Generator<readonly Value[], undefined, undefined> {
	for (let start = 0; start < list.length; start += most) yield list.slice(start, start + most);
}
