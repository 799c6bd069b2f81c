import { useLanguage } from "../../../ui/language.tsx";
import type { ThemeContact } from "../contract.ts";
import { themeText } from "./theme.text.ts";

/** Who answers for a theme at each party, and who stands in. */
export function ContactList(props: {
	readonly contacts: readonly ThemeContact[];
	readonly parties: readonly { readonly id: string; readonly name: string }[];
}) {
	const text = themeText[useLanguage()];
	return (
		<dl className="facts">
			{props.parties.map(({ id, name }) => {
				const contact = props.contacts.find(({ partyId }) => partyId === id);
				return (
					<div key={id}>
						<dt>{name}</dt>
						<dd>
							{contact === undefined || contact.name === "" ? (
								<span className="quiet">{text.noContact}</span>
							) : (
								<>
									<Person name={contact.name} email={contact.email} />
									{contact.deputyName !== "" && (
										<>
											, {text.deputy("")}
											<Person name={contact.deputyName} email={contact.deputyEmail} />
										</>
									)}
								</>
							)}
						</dd>
					</div>
				);
			})}
		</dl>
	);
}

export function Person({ name, email }: { readonly name: string; readonly email: string | null }) {
	if (email === null) return name;
	return (
		<a className="ds-link" href={`mailto:${email}`}>
			{name}
		</a>
	);
}
