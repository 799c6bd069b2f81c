import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { Form, useNavigation, useResolvedPath } from "react-router";
import type { Refusal } from "../outcome.ts";
import { FormErrorSummary } from "./ErrorSummary.tsx";
import { labelsIn } from "./field-labels.ts";
import { type FieldValue, FormContext, type RefusedForm } from "./form-context.ts";

type TaskFormProps = {
	/** What the action sent back with 422: `actionData`. */
	readonly refused?: RefusedForm | undefined;
	/** What the fields show before anybody has typed. */
	readonly values?: Readonly<Record<string, FieldValue>>;
	/** What each field is called, by name; a field may also bring its own label. */
	readonly labels?: Readonly<Record<string, string>>;
	/** A refusal in words: `saying(language, text.refusals)` of the forms folder. */
	readonly say?: (refusal: Refusal) => string;
	readonly action?: string | undefined;
	/** Set when a field is a file. */
	readonly files?: boolean;
	/** Goes before ids, for pages with several forms. */
	readonly prefix?: string;
	readonly id?: string;
	readonly className?: string;
	readonly children: ReactNode;
};

/**
 * The form of a task: posts, shows what was refused on top and at each field, keeps what was typed, and is sent once
 * however often the button is pressed. Works without script.
 */
export function TaskForm({
	refused,
	values = nothing,
	labels = noLabels,
	say = sayCode,
	action,
	files = false,
	prefix = "",
	id,
	className = "task-form",
	children,
}: TaskFormProps) {
	const form = useRef<HTMLFormElement>(null);
	const busy = useBusy(action);
	const wasBusy = useRef(false);
	const wasSent = useRef(false);
	// A form that stays on the page after it was accepted shows what the server now says, not what was typed. What stands
	// in another form of the page is not its business: words not yet saved there stay.
	useEffect(() => {
		if (wasBusy.current && !busy) {
			if (wasSent.current && !refused) form.current?.reset();
			wasSent.current = false;
		}
		wasBusy.current = busy;
	}, [busy, refused]);
	function sendOnce(event: FormEvent) {
		if (busy) event.preventDefault();
		else wasSent.current = true;
	}
	return (
		<FormContext value={{ prefix, refused, values, labels: { ...labelsIn(children), ...labels }, say, busy }}>
			<Form
				ref={form}
				method="post"
				{...(action === undefined ? {} : { action })}
				{...(files ? { encType: "multipart/form-data" } : {})}
				{...(id === undefined ? {} : { id })}
				className={className}
				noValidate
				onSubmit={sendOnce}
			>
				<FormErrorSummary />
				{children}
			</Form>
		</FormContext>
	);
}

/** Whether a form to this address is on its way. */
function useBusy(action: string | undefined): boolean {
	const navigation = useNavigation();
	const { pathname } = useResolvedPath(action ?? ".");
	return (
		navigation.state !== "idle" && navigation.formMethod === "POST" && navigation.formAction?.split("?")[0] === pathname
	);
}

const nothing: Readonly<Record<string, FieldValue>> = {};
const noLabels: Readonly<Record<string, string>> = {};
const sayCode = (refusal: Refusal) => refusal.code;
