import type { ReactNode } from "react";

export type Tone = "neutral" | "info" | "success" | "warning" | "danger";

/** A word about what something is or how it stands. The word says it; the colour only helps. */
export function Tag({ tone = "neutral", children }: { readonly tone?: Tone; readonly children: ReactNode }) {
	return (
		<span className="ds-tag" data-color={tone}>
			{children}
		</span>
	);
}

/** How something stands, quieter than a tag, for the cells of a table. */
export function Status({ tone = "neutral", children }: { readonly tone?: Tone; readonly children: ReactNode }) {
	return (
		<span className="status" data-color={tone}>
			{children}
		</span>
	);
}
