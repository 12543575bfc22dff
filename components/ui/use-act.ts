import { useErrorText } from "@/lib/client/use-error-text";
import { toast } from "@/components/ui/toasts";

/** Does what was asked for, and says so when it was refused. Returns whether it went well. */
export function useAct(): (work: () => Promise<unknown>) => Promise<boolean> {
  const errorText = useErrorText();
  return async (work) => {
    try {
      await work();
      return true;
    } catch (error) {
      toast(errorText(error));
      return false;
    }
  };
}
