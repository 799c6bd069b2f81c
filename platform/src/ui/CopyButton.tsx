import { useEffect, useState } from "react";
import { useLanguage } from "./language.tsx";
import { uiText } from "./text.ts";

/** Copies a text. Without script the text itself stands there to be marked and copied. */
export function CopyButton({ value, label }: { readonly value: string; readonly label: string }) {
	const text = uiText[useLanguage()];
	const [canCopy, setCanCopy] = useState(false);
	const [copied, setCopied] = useState<"no" | "yes" | "failed">("no");
	useEffect(() => setCanCopy("clipboard" in navigator), []);
	return (
		<span className="copy">
			<code className="copy-value">{value}</code>
			{canCopy && (
				<button
					type="button"
					className="ds-button"
					data-variant="tertiary"
					data-size="sm"
					onClick={() =>
						navigator.clipboard.writeText(value).then(
							() => setCopied("yes"),
							() => setCopied("failed"),
						)
					}
				>
					{label}
				</button>
			)}
			<span role="status" className="quiet">
				{copied === "yes" ? text.copied : copied === "failed" ? text.copyFailed : ""}
			</span>
		</span>
	);
}
