import { data, type LoaderFunctionArgs, redirect, useActionData } from "react-router";
import { z } from "zod";
import { parseForm } from "../../src/forms/parse.ts";
import { saying } from "../../src/forms/text.ts";
import { DateRange } from "../../src/ui/DateRange.tsx";
import { Field } from "../../src/ui/Field.tsx";
import type { RefusedForm } from "../../src/ui/form-context.ts";
import { useLanguage } from "../../src/ui/language.tsx";
import { PageHeader } from "../../src/ui/PageHeader.tsx";
import { Steps } from "../../src/ui/Steps.tsx";
import { SubmitButton } from "../../src/ui/SubmitButton.tsx";
import { TaskForm } from "../../src/ui/TaskForm.tsx";

const placeForm = z
	.object({
		name: z.string().max(40),
		email: z.email().optional(),
		places: z.int().min(0).max(200),
		share: z.number().max(100).nullable(),
		from: z.iso.date(),
		to: z.iso.date().optional(),
		about: z.string().optional(),
		kind: z.enum(["home", "school"]),
		municipality: z.string().optional(),
		weeks: z.enum(["spring", "autumn"]),
		professions: z.array(z.string()).min(1),
		ready: z.literal("on").optional(),
	})
	.refine(({ from, to }) => to === undefined || from <= to, { path: ["to"], params: { code: "ends-before-start" } });

export function FormPage() {
	const refused = useActionData<RefusedForm>();
	return (
		<div className="stack">
			<title>Skjema</title>
			<PageHeader title="Nytt tjenestested" lead="Felt som ikke er merket valgfritt, må fylles ut." />
			<Steps
				current={1}
				steps={[
					{ label: "Hvem", to: "/", done: true },
					{ label: "Plasser og tider" },
					{ label: "Veiledere" },
					{ label: "Se over og send" },
				]}
			/>
			<TaskForm
				refused={refused}
				values={{ name: "Halsen sykehjem", places: 4, weeks: "autumn", professions: ["nurse"], from: "2026-08-17" }}
				labels={{ name: "Navn på stedet", places: "Plasser" }}
				say={saying(useLanguage(), { "ends-before-start": "Sluttdatoen må være etter startdatoen." })}
			>
				<Field name="name" required autoComplete="off" />
				<Field
					name="email"
					label="E-post"
					kind="email"
					autoComplete="email"
					hint="Brukes bare til spørsmål om plasser."
				/>
				<Field name="places" kind="number" whole unit="plasser" required hint="Studenter som kan være der samtidig." />
				<Field name="share" label="Andel kveldsvakter" kind="number" unit="%" />
				<DateRange
					legend="Når plassene kan brukes"
					from={{ name: "from", label: "Fra", required: true }}
					to={{ name: "to", label: "Til" }}
				/>
				<Field name="about" label="Om stedet" kind="textarea" />
				<Field
					name="kind"
					label="Type sted"
					kind="select"
					required
					choices={[
						{ value: "home", label: "Sykehjem", group: "Helse og omsorg" },
						{ value: "school", label: "Skole", group: "Oppvekst" },
					]}
				/>
				<Field
					name="municipality"
					label="Kommune"
					kind="lookup"
					choices={["Stjørdal", "Levanger", "Øygarden", "Kárášjohka – Karasjok"].map((label) => ({
						value: label,
						label,
					}))}
				/>
				<Field
					name="weeks"
					label="Semester"
					kind="radio"
					required
					choices={[
						{ value: "spring", label: "Vår", hint: "Uke 2 til 24" },
						{ value: "autumn", label: "Høst" },
					]}
				/>
				<Field
					name="professions"
					label="Utdanninger stedet kan ta imot"
					kind="checkboxes"
					required
					choices={[
						{ value: "nurse", label: "Sykepleie" },
						{ value: "social", label: "Vernepleie" },
						{ value: "doctor", label: "Medisin" },
					]}
				/>
				<Field name="ready" label="Lederen på stedet har sagt ja" kind="checkbox" />
				<Field name="plan" label="Plan for veiledning" kind="file" accept=".pdf" />
				<div className="task-buttons">
					<SubmitButton>Lagre</SubmitButton>
					<SubmitButton variant="tertiary" name="then" value="more">
						Lagre og legg til flere
					</SubmitButton>
				</div>
			</TaskForm>
		</div>
	);
}

export async function placeAction({ request }: LoaderFunctionArgs) {
	const parsed = parseForm(placeForm, await request.formData());
	return parsed.refusals ? data(parsed, 422) : redirect("/list?toast=saved", 303);
}
