import { Alert } from "../../ui/Alert.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { importPagesText } from "./import.text.ts";

/** The columns of a file that are not taken in, one by one; often why something else is missing. Nothing where all are. */
export function ImportIgnored({ kind, headers }: { readonly kind: string; readonly headers: readonly string[] }) {
	const text = importPagesText[useLanguage()];
	if (headers.length === 0) return null;
	return (
		<Alert tone="warning" title={text.ignoredTitle(headers.length)}>
			<p>{text.ignored}</p>
			<ul className="ds-list">
				{headers.map((header) => (
					<li key={header}>{header}</li>
				))}
			</ul>
			<p>{text.ignoredRemedy}</p>
			<a className="ds-link" href={`/import/${kind}/template.xlsx`} download>
				{text.template}
			</a>
		</Alert>
	);
}
