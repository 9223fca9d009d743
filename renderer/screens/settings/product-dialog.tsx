import { type FormEvent, useState } from 'react';
import { useCommand } from '../../connection/use-command.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import type { ProductRead } from './catalogue-page.tsx';
import { ProductDetailFields } from './product-detail-fields.tsx';
import { fieldsOf, formOf, problemsOf } from './product-form.ts';
import { ProductSaleFields } from './product-sale-fields.tsx';
import { SaveActions } from './save-actions.tsx';
import classes from './settings.module.css';

/** The catalogue editor: every field of a product; documents already issued keep their own copy. */
export function ProductDialog({ product, onClose }: { product: ProductRead | null; onClose: () => void }) {
  const { t, language } = useWords();
  const [form, setForm] = useState(() => formOf(product));
  const [wasTried, setTried] = useState(false);
  const add = useCommand('product.add');
  const change = useCommand('product.change', String(product?.productId ?? 0));
  const command = product ? change : add;
  const problems = problemsOf(form);
  const shownProblems = wasTried ? problems : {};

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(problems).length > 0) {
      const form = event.currentTarget as HTMLFormElement;
      // once the errors are drawn, the keyboard is on the first of them
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const openingStockQuantity = Number(form.openingStock);
    const answer = product
      ? await change.run({ productId: product.productId, active: form.active, ...fieldsOf(form) })
      : await add.run({
          ...fieldsOf(form),
          ...(form.isStockTracked && openingStockQuantity > 0 ? { openingStockQuantity } : {}),
        });
    if (answer) onClose();
  };

  return (
    <Dialog onClose={onClose} size={860} title={product ? pickName(product, language) : t('catalogue.add')}>
      <form className={classes.stack} noValidate onSubmit={(event) => void save(event)}>
        {product ? <p className={classes.soft}>{t('catalogue.frozen')}</p> : null}
        <ProductSaleFields
          form={form}
          isNew={product === null}
          problems={shownProblems}
          failure={command.failure}
          onChange={setForm}
        />
        <ProductDetailFields
          form={form}
          problems={shownProblems}
          failure={command.failure}
          onChange={setForm}
        />
        <FailureAlert failure={command.failure} isUnanswered={command.isUnanswered} />
        <SaveActions isRunning={command.isRunning} onClose={onClose} />
      </form>
    </Dialog>
  );
}
