import type { ReactNode } from "react";
import type { Tone } from "./Tag.tsx";

type AlertProps = {
	readonly tone?: Exclude<Tone, "neutral">;
	readonly title?: string;
	readonly children: ReactNode;
};

/** Something a person should know before going on. Not announced by itself: what just happened is told by the toast. */
export function Alert({ tone = "info", title, children }: AlertProps) {
	return (
		<div className="ds-alert" data-color={tone}>
			{title && <p className="alert-title">{title}</p>}
			<div className="alert-body">{children}</div>
		</div>
	);
}
