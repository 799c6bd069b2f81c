import type { ReactNode } from "react";
import { Link } from "./Link.tsx";
import { useLanguage } from "./language.tsx";
import { uiText } from "./text.ts";

type Step = { readonly to: string; readonly label: string };

type PageHeaderProps = {
	readonly title: string;
	readonly lead?: ReactNode;
	/** The pages above this one, from the outermost. */
	readonly trail?: readonly Step[];
	/** The one thing most people come to do here. */
	readonly action?: Step | ReactNode;
	/** Other things; shown quieter. */
	readonly secondary?: ReactNode;
	/** Stands by the title: a status, a kind. */
	readonly tags?: ReactNode;
};

/** The top of a page: where it is, what it is, and the one main thing to do. Holds the page's only h1. */
export function PageHeader({ title, lead, trail = [], action, secondary, tags }: PageHeaderProps) {
	return (
		<div className="page-header">
			{trail.length > 0 && <Trail steps={trail} />}
			<div className="page-header-row">
				<div className="page-header-text">
					<div className="page-header-title">
						<h1 className="ds-heading" data-size="lg">
							{title}
						</h1>
						{tags}
					</div>
					{lead && <p className="ds-paragraph page-header-lead">{lead}</p>}
				</div>
				{(action || secondary) && (
					<div className="page-header-actions">
						{isStep(action) ? (
							<Link className="ds-button" to={action.to}>
								{action.label}
							</Link>
						) : (
							action
						)}
						{secondary}
					</div>
				)}
			</div>
		</div>
	);
}

function Trail({ steps }: { steps: readonly Step[] }) {
	const text = uiText[useLanguage()];
	return (
		<nav className="trail" aria-label={text.trail}>
			<ol>
				{steps.map((step) => (
					<li key={step.to}>
						<Link className="ds-link" to={step.to}>
							{step.label}
						</Link>
					</li>
				))}
			</ol>
		</nav>
	);
}

function isStep(action: PageHeaderProps["action"]): action is Step {
	return typeof action === "object" && action !== null && "to" in action;
}
