import { describe, expect, it } from 'vitest';
import { composeReceipt, RECEIPT_FORMS } from '../../src/messages/index.ts';
import { PROGRAMMES, VASTERBOTTEN } from '../../src/programmes/index.ts';
import { day } from '../domain/notices/story.ts';
import { SETTINGS } from './situations.ts';

describe('a receipt', () => {
  it.each(RECEIPT_FORMS.flatMap((form) => [null, ...PROGRAMMES].map((programme) => [form, programme] as const)))(
    'of the form "%s" says what has come, when, and what happens now',
    (form, programme) => {
      const mail = composeReceipt({ form, on: day('2025-09-01'), programme }, SETTINGS);
      expect(mail.kinds).toEqual(['receipt']);
      expect(mail.subject).toMatch(/^Vi har tagit emot (din|er) /);
      expect(mail.text).toContain('måndag 1 september 2025');
      expect(mail.text).toContain('Har du frågor? Kontakta');
      expect(mail.text).not.toMatch(/[{}]/);
      expect(mail.html).toContain('<html lang="sv">');
      expect(mail.attachments).toEqual([]);
    },
  );

  it('tells whoever sent nothing what to do', () => {
    const { text } = composeReceipt({ form: 'interest', on: day('2025-09-01'), programme: VASTERBOTTEN }, SETTINGS);
    expect(text).toContain('du kan bortse från mejlet');
  });

  it('takes an edited text', () => {
    const templates = [{ kind: 'receipt' as const, programme: '', subject: 'Tack!', body: '{{Formulär}} har kommit.' }];
    const mail = composeReceipt(
      { form: 'interest', on: day('2025-09-01'), programme: VASTERBOTTEN },
      { ...SETTINGS, templates },
    );
    expect(mail.subject).toBe('Tack!');
    expect(mail.text).toContain('Din intresseanmälan har kommit.');
  });
});
