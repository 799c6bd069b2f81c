import { Field } from "../../../../ui/Field.tsx";

/** What is said of a scheme. */
export function SchemeFields() {
	return (
		<>
			<Field name="name" required maxLength={160} width="full" autoComplete="off" />
			<Field name="directorate" required maxLength={160} autoComplete="off" />
			<Field name="purpose" kind="textarea" rows={4} maxLength={4000} />
			<Field name="regulation" maxLength={300} autoComplete="off" />
			<Field name="address" kind="url" />
		</>
	);
}
