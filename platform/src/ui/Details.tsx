import type { ReactNode } from "react";

type DetailsProps = {
	readonly summary: ReactNode;
	readonly open?: boolean;
	readonly children: ReactNode;
};

/** What most people need not see, one press away. */
export function Details({ summary, open = false, children }: DetailsProps) {
	return (
		<details className="ds-details" open={open}>
			<summary>{summary}</summary>
			<div>{children}</div>
		</details>
	);
}
