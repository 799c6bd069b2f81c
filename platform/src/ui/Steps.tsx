import { Link } from "./Link.tsx";
import { useLanguage } from "./language.tsx";
import { uiText } from "./text.ts";

type TaskStep = {
	readonly label: string;
	/** A step a person may go to now. */
	readonly to?: string;
	readonly done?: boolean;
};

/** How far a task has come. `current` counts from 0. */
export function Steps({ steps, current }: { readonly steps: readonly TaskStep[]; readonly current: number }) {
	const text = uiText[useLanguage()];
	return (
		<nav className="steps" aria-label={text.step(current + 1, steps.length)}>
			<p className="steps-where" aria-hidden="true">
				{text.step(current + 1, steps.length)}
			</p>
			<ol>
				{steps.map((step, index) => {
					const isCurrent = index === current;
					const state = isCurrent ? "current" : step.done ? "done" : "ahead";
					return (
						<li key={step.label} data-state={state} aria-current={isCurrent ? "step" : undefined}>
							{step.to !== undefined && !isCurrent ? (
								<Link className="ds-link" to={step.to}>
									{step.label}
								</Link>
							) : (
								<span>{step.label}</span>
							)}
							{step.done && <span className="visually-hidden"> ({text.stepDone})</span>}
						</li>
					);
				})}
			</ol>
		</nav>
	);
}
