import { useEffect } from "react";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";

/** Shows one more of several fields alike; nothing that is typed is lost, with script or without. */
export function MoreButton(props: {
	readonly label: string;
	/** The first field of those added last, to go on typing in; null where nothing was added just now. */
	readonly added: string | null;
}) {
	const { added } = props;
	useEffect(() => {
		if (added !== null) document.getElementById(added)?.focus();
	}, [added]);
	return (
		<SubmitButton name="step" value="more" variant="secondary" size="sm">
			{props.label}
		</SubmitButton>
	);
}
