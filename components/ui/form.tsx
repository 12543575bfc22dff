import type { ComponentProps } from "react";

type Props = Omit<ComponentProps<"form">, "action" | "onSubmit"> & { onSend: (fields: FormData) => void };

/**
 * A form. What is sent of a page that the server drew, before it is alive, is held and comes to `onSend` as soon as
 * it is; without the action the browser would put every field, a password too, into the address.
 */
export function Form({ onSend, ...rest }: Props) {
  return (
    <form
      {...rest}
      action={onSend}
      // Otherwise not as an action: React empties the fields after one, also where the answer is that they are wrong.
      onSubmit={(event) => {
        event.preventDefault();
        onSend(new FormData(event.currentTarget));
      }}
    />
  );
}
