/** A written address one can press. */
export function EmailLink({ email }: { readonly email: string }) {
	return (
		<a className="ds-link" href={`mailto:${email}`}>
			{email}
		</a>
	);
}

export function PhoneLink({ phone }: { readonly phone: string }) {
	return (
		<a className="ds-link phone" href={`tel:${phone.replaceAll(/[^+\d]/g, "")}`}>
			{phone}
		</a>
	);
}
