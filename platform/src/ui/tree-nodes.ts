import type { Choice } from "./ChoiceField.tsx";

/** One thing in a tree of things: a unit under its unit, a theme under its theme. */
export type TreeNode = {
	readonly id: string;
	readonly label: string;
	readonly children: readonly TreeNode[];
};

/** Rows that name their parent, as a tree. Order is kept; a row whose parent is not there stands at the root. */
export function toTree<Row extends { readonly id: string; readonly parentId: string | null }, Node extends TreeNode>(
	rows: readonly Row[],
	node: (row: Row, children: readonly Node[]) => Node,
): readonly Node[] {
	const ids = new Set(rows.map((row) => row.id));
	const under = new Map<string | null, Row[]>();
	for (const row of rows) {
		const parent = row.parentId !== null && ids.has(row.parentId) ? row.parentId : null;
		under.set(parent, [...(under.get(parent) ?? []), row]);
	}
	const build = (parent: string | null): readonly Node[] =>
		(under.get(parent) ?? []).map((row) => node(row, build(row.id)));
	return build(null);
}

/** The ids from the root down to a node, itself last; empty when it is not there. */
export function pathTo(nodes: readonly TreeNode[], id: string): readonly string[] {
	for (const node of nodes) {
		if (node.id === id) return [id];
		const below = pathTo(node.children, id);
		if (below.length > 0) return [node.id, ...below];
	}
	return [];
}

/** The id of a node and of everything under it. */
export function subtree(node: TreeNode): readonly string[] {
	return [node.id, ...node.children.flatMap(subtree)];
}

/**
 * Where a node may be moved: every node by its full path, but not itself, what is under it, or where it already is. A
 * root that holds the whole tree is named alone, not in front of every other place.
 */
export function moveTargets(nodes: readonly TreeNode[], id: string): readonly Choice[] {
	const parent = pathTo(nodes, id).at(-2);
	const list = (some: readonly TreeNode[], path: readonly string[]): readonly Choice[] =>
		some.flatMap((node) => {
			if (node.id === id) return [];
			const here = [...path, node.label];
			const own = node.id === parent ? [] : [{ value: node.id, label: here.join(" › ") }];
			return [...own, ...list(node.children, some === nodes && nodes.length === 1 ? [] : here)];
		});
	return list(nodes, []);
}

/** Whether `id` may be put under `target`: not under itself or its own, and not where it already is. */
export function mayMove(nodes: readonly TreeNode[], id: string, target: string): boolean {
	const path = pathTo(nodes, target);
	return path.length > 0 && !path.includes(id) && pathTo(nodes, id).at(-2) !== target;
}
