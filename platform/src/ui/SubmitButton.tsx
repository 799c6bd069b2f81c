import type { ReactNode } from "react";
import { useFormState } from "./form-context.ts";

type SubmitButtonProps = {
	readonly children: ReactNode;
	readonly variant?: "primary" | "secondary" | "tertiary";
	readonly color?: "accent" | "danger" | "neutral";
	readonly size?: "sm" | "md";
	/** For forms with several buttons: what is sent when this one is pressed. */
	readonly name?: string;
	readonly value?: string;
};

/** Sends the form around it. While it is on its way the button says so, and a second press does nothing. */
export function SubmitButton({ children, variant = "primary", color, size, name, value }: SubmitButtonProps) {
	const { busy } = useFormState();
	return (
		<button
			type="submit"
			className="ds-button"
			data-variant={variant}
			data-color={color}
			data-size={size}
			name={name}
			value={value}
			aria-disabled={busy || undefined}
			aria-busy={busy || undefined}
		>
			{children}
		</button>
	);
}
