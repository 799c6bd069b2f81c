import { saying } from "../../../../forms/text.ts";
import { formatShortDate } from "../../../../language.ts";
import { Details } from "../../../../ui/Details.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import type { Batch } from "../contract.ts";
import { programmeText } from "../text.ts";
import { programmePageText } from "./programme.text.ts";
import { type PartOf, RemovePart } from "./RemovePart.tsx";

/** Those who begin together: until when one applies, when it is, and how many places there are. */
export function ProgrammeBatches(props: PartOf & { readonly batches: readonly Batch[] }) {
	const language = useLanguage();
	const text = programmePageText[language];
	const { batchColumns, hints } = text;
	const { batches, isDraft, keep, refused } = props;
	const mine = refused?.deed === "batch" ? refused : undefined;
	const day = (value: string) => formatShortDate(language, value);
	return (
		<Section title={text.batches} id="batches">
			{batches.length === 0 ? (
				<p className="quiet">{text.noBatches}</p>
			) : (
				<Table
					caption={text.batches}
					hideCaption
					rows={batches}
					rowKey={(row) => row.id}
					columns={[
						{ key: "name", label: batchColumns.name, cell: (row) => row.name },
						{ key: "applyBy", label: batchColumns.applyBy, cell: (row) => day(row.applyBy) },
						{ key: "when", label: batchColumns.when, cell: (row) => `${day(row.startsOn)}–${day(row.endsOn)}` },
						{
							...{ key: "places", label: batchColumns.places },
							cell: (row) => (row.places === null ? text.noLimit : text.placesOf(row.places, row.kept)),
						},
						...(keep && isDraft
							? [
									{
										...{ key: "remove", label: text.removePart },
										cell: (row: Batch) => <RemovePart part="batch" id={row.id} called={row.name} refused={refused} />,
									},
								]
							: []),
					]}
				/>
			)}
			{keep && (
				<Details summary={text.addBatch} open={mine !== undefined}>
					<TaskForm
						key={batches.length}
						refused={mine}
						labels={text.fields}
						say={saying(language, programmeText[language].refusals)}
						prefix="batch-"
					>
						<Field name="name" maxLength={100} autoComplete="off" required />
						<Field name="applyBy" kind="date" required />
						<Field name="startsOn" kind="date" required />
						<Field name="endsOn" kind="date" required />
						<Field name="places" kind="number" whole hint={hints.places} required="sometimes" />
						<Field name="kept" kind="number" whole />
						<SubmitButton name="do" value="batch" variant="secondary">
							{text.addBatch}
						</SubmitButton>
					</TaskForm>
				</Details>
			)}
		</Section>
	);
}
