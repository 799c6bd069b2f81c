import { data, type LoaderFunctionArgs, redirect, useActionData } from "react-router";
import { z } from "zod";
import { parseForm } from "../../src/forms/parse.ts";
import { saying } from "../../src/forms/text.ts";
import type { RefusedForm } from "../../src/ui/form-context.ts";
import { useLanguage } from "../../src/ui/language.tsx";
import { MoveForm } from "../../src/ui/MoveForm.tsx";
import { PageHeader } from "../../src/ui/PageHeader.tsx";
import { Tree } from "../../src/ui/Tree.tsx";
import { toTree } from "../../src/ui/tree-nodes.ts";

const units = toTree(
	[
		{ id: "1", parentId: null, label: "Stjørdal kommune", people: 2100 },
		{ id: "2", parentId: "1", label: "Helse og omsorg", people: 900 },
		{ id: "3", parentId: "2", label: "Halsen sykehjem", people: 120 },
		{ id: "4", parentId: "2", label: "Hjemmetjenesten", people: 210 },
		{ id: "5", parentId: "4", label: "Sone nord med et ganske langt navn som må brytes på smale skjermer", people: 60 },
		{ id: "6", parentId: "1", label: "Oppvekst og kultur", people: 800 },
		{ id: "7", parentId: "6", label: "Fosslia skole", people: 55 },
	],
	({ id, label, people }, children: readonly Unit[]): Unit => ({ id, label, people, children }),
);
type Unit = {
	readonly id: string;
	readonly label: string;
	readonly people: number;
	readonly children: readonly Unit[];
};

export function TreePage() {
	return (
		<div className="stack">
			<title>Tre</title>
			<PageHeader title="Enheter" lead="Dra en enhet til en annen for å flytte den, eller bruk «Flytt til …»." />
			<Tree
				label="Enheter i Stjørdal kommune"
				nodes={units}
				href={(unit) => `/tree?unit=${unit.id}`}
				about={(unit) => `${unit.people} ansatte`}
				selected="4"
				move={{ href: (unit) => `/move?unit=${unit.id}`, name: "parent", may: (unit) => unit.id !== "1" }}
			/>
		</div>
	);
}

export function MovePage() {
	return (
		<div className="stack">
			<title>Flytt</title>
			<PageHeader title="Flytt Hjemmetjenesten" />
			<MoveForm
				nodes={units}
				id="4"
				name="parent"
				label="Ny plass"
				submit="Flytt"
				cancelTo="/tree"
				say={saying(useLanguage())}
				refused={useActionData<RefusedForm>()}
			/>
		</div>
	);
}

export async function moveAction({ request }: LoaderFunctionArgs) {
	const parsed = parseForm(z.object({ parent: z.string() }), await request.formData());
	return parsed.refusals ? data(parsed, 422) : redirect(`/tree?toast=moved&to=${parsed.values.parent}`, 303);
}
