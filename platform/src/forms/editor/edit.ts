import type { FormPart, FormTable } from "../definition.ts";

/*
 * Changes of a tree of parts while a form is made. Each gives a new tree, or undefined where there is no such part or it
 * cannot stand there; the tree it was given is left as it is, so that it can be undone.
 */
export type Parts = readonly FormPart[];
export type TableColumn = FormTable["columns"][number];

/** Whether a part can be a column of a table. */
export function isColumn(part: FormPart): part is TableColumn {
	return !["group", "repeat", "table", "person", "indicator", "file"].includes(part.kind);
}

/** What stands directly under a part: its parts or its columns. */
export function innerOf(part: FormPart): Parts {
	if (part.kind === "group" || part.kind === "repeat") return part.parts;
	return part.kind === "table" ? part.columns : [];
}

function withInner(part: FormPart, inner: Parts): FormPart {
	if (part.kind === "group" || part.kind === "repeat") return { ...part, parts: inner };
	return part.kind === "table" ? { ...part, columns: inner.filter(isColumn) } : part;
}

export type Standing = {
	readonly part: FormPart;
	/** The group, repeat or table it stands in, from the outside. */
	readonly within: readonly FormPart[];
};

/** Every part in the order it is asked, with what it stands in. */
export function everyPart(parts: Parts, within: readonly FormPart[] = []): readonly Standing[] {
	return parts.flatMap((part) => [{ part, within }, ...everyPart(innerOf(part), [...within, part])]);
}

export function findPart(parts: Parts, id: string): Standing | undefined {
	return everyPart(parts).find(({ part }) => part.id === id);
}

/** The next id that is not used: short, and the same for as long as the part stands. */
export function nextPartId(parts: Parts): string {
	const used = everyPart(parts).map(({ part }) => Number(/^q(\d+)$/.exec(part.id)?.[1] ?? 0));
	return `q${Math.max(0, ...used) + 1}`;
}

/** Changes the list a part stands in. */
function inList(parts: Parts, id: string, change: (list: Parts, at: number) => Parts): Parts | undefined {
	const at = parts.findIndex((part) => part.id === id);
	if (at >= 0) return change(parts, at);
	for (const [index, part] of parts.entries()) {
		const inner = inList(innerOf(part), id, change);
		if (inner) return parts.with(index, withInner(part, inner));
	}
	return undefined;
}

/** Puts a part last in a group, repeat or table; last in the form where none is named. */
export function addPart(parts: Parts, part: FormPart, into: string | null): Parts | undefined {
	if (into === null) return [...parts, part];
	const kind = findPart(parts, into)?.part.kind;
	if (kind !== "group" && kind !== "repeat" && !(kind === "table" && isColumn(part))) return undefined;
	return inList(parts, into, (list, at) => {
		const around = list[at];
		if (!around) return list;
		return list.with(at, withInner(around, [...innerOf(around), part]));
	});
}

export function removePart(parts: Parts, id: string): Parts | undefined {
	return inList(parts, id, (list, at) => list.toSpliced(at, 1));
}

/** Another part in its place. */
export function changePart(parts: Parts, next: FormPart): Parts | undefined {
	return inList(parts, next.id, (list, at) => list.with(at, next));
}

type Moved = { readonly list: Parts } | { readonly out: FormPart };

/**
 * One step up or down as it is read: past a question, into a group or repeat that is next, out of the one it stands in at
 * its end. Columns stay in their table, and move past each other.
 */
export function movePart(parts: Parts, id: string, way: "up" | "down"): Parts | undefined {
	const moved = moveIn(parts, id, way);
	return moved && "list" in moved ? moved.list : undefined;
}

function moveIn(parts: Parts, id: string, way: "up" | "down", stays = false): Moved | undefined {
	const at = parts.findIndex((part) => part.id === id);
	const part = parts[at];
	if (part) {
		const next = parts[way === "up" ? at - 1 : at + 1];
		if (at === 0 && way === "up") return stays ? undefined : { out: part };
		if (!next) return stays ? undefined : { out: part };
		const rest = parts.toSpliced(at, 1);
		const to = rest.indexOf(next);
		if (next.kind === "group" || next.kind === "repeat") {
			const inner = way === "up" ? [...next.parts, part] : [part, ...next.parts];
			return { list: rest.with(to, withInner(next, inner)) };
		}
		return { list: rest.toSpliced(way === "up" ? to : to + 1, 0, part) };
	}
	for (const [index, around] of parts.entries()) {
		const moved = moveIn(innerOf(around), id, way, around.kind === "table");
		if (!moved) continue;
		if ("list" in moved) return { list: parts.with(index, withInner(around, moved.list)) };
		const left = withInner(
			around,
			innerOf(around).filter((one) => one.id !== id),
		);
		return { list: parts.with(index, left).toSpliced(way === "up" ? index : index + 1, 0, moved.out) };
	}
	return undefined;
}

/** Puts a part right before or after another, or last in it: what dragging does. Undefined into itself or where it cannot stand. */
export function placePart(
	parts: Parts,
	id: string,
	where: "before" | "after" | "in",
	other: string,
): Parts | undefined {
	const found = findPart(parts, id);
	const target = findPart(parts, other);
	if (!found || !target || [target.part, ...target.within].some((one) => one.id === id)) return undefined;
	const around = where === "in" ? target.part : target.within.at(-1);
	if (around?.kind === "table" && !isColumn(found.part)) return undefined;
	const rest = removePart(parts, id);
	if (!rest) return undefined;
	if (where === "in") return addPart(rest, found.part, other);
	return inList(rest, other, (list, at) => list.toSpliced(where === "before" ? at : at + 1, 0, found.part));
}
