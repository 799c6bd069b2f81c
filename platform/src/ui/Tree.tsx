import { type DragEvent, type ReactNode, useState } from "react";
import { useSubmit } from "react-router";
import { useHasScript } from "./has-script.ts";
import { Link } from "./Link.tsx";
import { useLanguage } from "./language.tsx";
import { uiText } from "./text.ts";
import { mayMove, pathTo, type TreeNode } from "./tree-nodes.ts";

type TreeProps<Node extends TreeNode> = {
	readonly label: string;
	readonly nodes: readonly Node[];
	readonly href?: (node: Node) => string | undefined;
	/** Stands after the name: a kind, a number. */
	readonly about?: (node: Node) => ReactNode;
	/** The node in question: marked, and the way down to it open. Each name has its node's id, so an address can end in it. */
	readonly selected?: string;
	/** Whether a node only shows the way to others: it stands back. */
	readonly isWay?: (node: Node) => boolean;
	/** How many levels stand open, from 1. */
	readonly openLevels?: number;
	/** Lets nodes be moved. Without it the tree is only read. */
	readonly move?: TreeMove<Node>;
};

type TreeMove<Node extends TreeNode> = {
	/** The page that moves one: a link by each node leads there, and a drop is posted there as `to`. */
	readonly href: (node: Node) => string;
	/** The name of the field that says where. */
	readonly name: string;
	/** Whether this one may be moved. */
	readonly may?: (node: Node) => boolean;
};

/**
 * A tree as lists within lists, each branch opened and closed by the browser itself. With script a node can be dragged
 * onto another; the link beside it does the same by keyboard, by touch and without script.
 */
export function Tree<Node extends TreeNode & { readonly children: readonly Node[] }>(props: TreeProps<Node>) {
	const { nodes, move, selected, openLevels = 2 } = props;
	const submit = useSubmit();
	const [dragged, setDragged] = useState<string | null>(null);
	const [target, setTarget] = useState<string | null>(null);
	const open = new Set(selected === undefined ? [] : pathTo(nodes, selected));
	const canDrag = useHasScript() && move !== undefined;

	function handlers(node: Node) {
		if (!canDrag) return {};
		const accepts = dragged !== null && mayMove(nodes, dragged, node.id);
		return {
			draggable: move.may?.(node) ?? true,
			onDragStart: (event: DragEvent) => {
				event.dataTransfer.effectAllowed = "move";
				event.dataTransfer.setData("text/plain", node.label);
				setDragged(node.id);
			},
			onDragEnd: () => {
				setDragged(null);
				setTarget(null);
			},
			onDragOver: (event: DragEvent) => {
				if (!accepts) return;
				event.preventDefault();
				setTarget(node.id);
			},
			onDragLeave: () => setTarget((current) => (current === node.id ? null : current)),
			onDrop: (event: DragEvent) => {
				event.preventDefault();
				const moved = dragged === null ? undefined : find(nodes, dragged);
				setDragged(null);
				setTarget(null);
				if (moved && accepts)
					submit({ [move.name]: node.id }, { method: "post", action: move.href(moved), preventScrollReset: true });
			},
			"data-drop": target === node.id ? "here" : undefined,
			"data-dragged": dragged === node.id || undefined,
		};
	}

	function branch(some: readonly Node[], level: number): ReactNode {
		return (
			<ul>
				{some.map((node) => (
					<li key={node.id}>
						<Row {...props} node={node} handlers={handlers(node)} />
						{node.children.length > 0 && (
							<Branch label={node.label} count={node.children.length} open={level < openLevels || open.has(node.id)}>
								{branch(node.children, level + 1)}
							</Branch>
						)}
					</li>
				))}
			</ul>
		);
	}

	return (
		<nav className="tree" aria-label={props.label}>
			{branch(nodes, 1)}
		</nav>
	);
}

function Row<Node extends TreeNode>(props: TreeProps<Node> & { node: Node; handlers: object }) {
	const text = uiText[useLanguage()];
	const { node, move } = props;
	const href = props.href?.(node);
	return (
		<div
			className="tree-row"
			data-selected={node.id === props.selected || undefined}
			data-way={props.isWay?.(node) || undefined}
			{...props.handlers}
		>
			<div className="tree-text">
				{href === undefined ? (
					<span className="tree-name">{node.label}</span>
				) : (
					<Link
						className="ds-link tree-name"
						id={node.id}
						to={href}
						draggable={false}
						aria-current={node.id === props.selected ? "true" : undefined}
					>
						{node.label}
					</Link>
				)}
				{props.about && <span className="tree-about">{props.about(node)}</span>}
			</div>
			{move && (move.may?.(node) ?? true) && (
				<Link
					className="tree-move"
					to={move.href(node)}
					draggable={false}
					title={text.move(node.label)}
					aria-label={text.move(node.label)}
				>
					<MoveSign />
				</Link>
			)}
		</div>
	);
}

/** Arrows up and down. */
function MoveSign() {
	return (
		<svg
			viewBox="0 0 16 16"
			width="16"
			height="16"
			aria-hidden="true"
			fill="none"
			stroke="currentColor"
			strokeWidth="1.6"
		>
			<path d="M5 14V2.5M2 5.5l3-3 3 3M11 2v11.5M8 10.5l3 3 3-3" />
		</svg>
	);
}

function Branch(props: { label: string; count: number; open: boolean; children: ReactNode }) {
	const text = uiText[useLanguage()];
	return (
		<details className="tree-branch" open={props.open}>
			<summary>
				<span className="visually-hidden">{text.under(props.label, props.count)}</span>
			</summary>
			{props.children}
		</details>
	);
}

function find<Node extends TreeNode & { readonly children: readonly Node[] }>(
	nodes: readonly Node[],
	id: string,
): Node | undefined {
	for (const node of nodes) {
		const found = node.id === id ? node : find(node.children, id);
		if (found) return found;
	}
	return undefined;
}
