import { Children, isValidElement, type ReactNode } from "react";

/**
 * What the fields written directly in a form are called, by their name: the summary of errors stands before them on the
 * page, and names them. Fields inside a component of a page's own are not found; name those in the form's `labels`.
 */
export function labelsIn(children: ReactNode): Readonly<Record<string, string>> {
	const found: Record<string, string> = {};
	Children.forEach(children, (child) => {
		if (!isValidElement<Readonly<Record<string, unknown>>>(child)) return;
		for (const place of [child.props, child.props.from, child.props.to]) {
			const named = nameAndLabel(place);
			if (named) found[named.name] = named.label;
		}
		Object.assign(found, labelsIn(asChildren(child.props.children)));
	});
	return found;
}

function nameAndLabel(place: unknown): { readonly name: string; readonly label: string } | undefined {
	if (typeof place !== "object" || place === null || !("name" in place) || !("label" in place)) return undefined;
	const { name, label } = place;
	return typeof name === "string" && typeof label === "string" ? { name, label } : undefined;
}

function asChildren(value: unknown): ReactNode {
	return Array.isArray(value) || isValidElement(value) ? value : null;
}
