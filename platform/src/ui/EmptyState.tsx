import type { ReactNode } from "react";
import { Link } from "./Link.tsx";

type EmptyStateProps = {
	/** What is empty. */
	readonly title: string;
	/** What a person can do about it. */
	readonly children?: ReactNode;
	readonly action?: { readonly to: string; readonly label: string } | ReactNode;
};

/** Where there is nothing yet: what is empty, what to do, and the way there. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
	return (
		<div className="empty">
			<p className="empty-title">{title}</p>
			{children && <p className="ds-paragraph quiet">{children}</p>}
			{isLink(action) ? (
				<Link className="ds-button" data-variant="secondary" to={action.to}>
					{action.label}
				</Link>
			) : (
				action
			)}
		</div>
	);
}

function isLink(action: EmptyStateProps["action"]): action is { readonly to: string; readonly label: string } {
	return typeof action === "object" && action !== null && "to" in action;
}
