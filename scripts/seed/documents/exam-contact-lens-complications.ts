import { exam, right, single, withImage, wrong } from '../exam.ts'
import { figure } from '../portable-text.ts'

/** The exam of the article on contact lens complications. One question is about a drawing. */
export const examContactLensComplications = exam(
  'exam-contact-lens-complications',
  'The red eye behind a contact lens',
  'Six questions on the article, each with one best answer; one is about a drawing. You need four to pass.',
  [
    withImage(
      single(
        'two-lights',
        'A wearer of monthly lenses has had a painful, watering eye since yesterday. She took the lens out last night, and the pain is worse this morning. The drawing shows the eye now, before and after fluorescein. What should you arrange?',
        wrong(
          'A break from lenses, with a second look after the weekend',
          'Delay is the danger. The signs and the course suggest infection, which can destroy tissue within a day.',
        ),
        right(
          'Care at the eye unit today; her lenses and case go with her',
          'Large, hazy, near the visual axis, stained across its whole extent, redness all round, and worse without the lens: infection cannot be excluded. The lenses and the case may be cultured.',
        ),
        wrong(
          'A combined steroid and antibiotic drop, with a review tomorrow',
          'A steroid may worsen an infection, and an antibiotic before a sample may hide the organism.',
        ),
        wrong(
          'Lubricants for the discomfort, and a refit with daily disposable lenses',
          'Another lens may help to prevent an episode. It does nothing for a cornea that is probably infected.',
        ),
      ),
      figure(
        'slit-lamp-two-lights.png',
        'Two drawings of one eye. In white light: redness all round the cornea, slightly swollen lids, and beside the centre of the pupil a grey-white, irregular spot with a hazy edge. In blue light: the same spot glows green over the whole of its extent; the rest of the cornea is dark.',
        'The same eye at the slit lamp in white light and, after fluorescein, in cobalt-blue light through a yellow filter.',
      ),
    ),
    single(
      'faint-staining',
      'After fluorescein, a cornea looks dark in cobalt-blue light, although the patient points to one sore spot. Which change is most likely to reveal a faint stain?',
      wrong(
        'Switching to red-free light at high magnification',
        'Green light does not excite fluorescein well. It makes vessels stand out, not staining.',
      ),
      wrong(
        'Narrowing the blue beam until it is an optic section',
        'A section tells how deep a known stain lies. Less light makes a faint one harder to find.',
      ),
      wrong(
        'Returning to white light behind a diffuser',
        'Diffuse white light gives an overview, in which fluorescein can hardly be seen.',
      ),
      right(
        'Viewing the blue-lit cornea through a yellow filter',
        'The barrier filter takes away reflected blue light, so that the weak green of a faint stain stands out.',
      ),
    ),
    single(
      'four-infiltrates',
      'Four wearers each have one corneal infiltrate. In which of them do the signs most favour sterile inflammation?',
      right(
        '0.5 mm, beside the limbus, pinpoint stain, quiet chamber',
        'Small, peripheral, hardly stained and without cells in the chamber: this is the usual picture of a sterile infiltrate. It is still examined again the next day.',
      ),
      wrong(
        '1.5 mm, paracentral, stain of equal size, cells in the chamber',
        'Size, place, full-sized epithelial defect and cells each point towards infection.',
      ),
      wrong(
        '0.8 mm, central, stain larger than yesterday, lids swollen',
        'It is small as yet, but it grows, it is central, and the lids have joined in.',
      ),
      wrong(
        'Ring round the centre, with pain beyond what is seen',
        'A ring infiltrate with disproportionate pain raises suspicion of Acanthamoeba.',
      ),
    ),
    single(
      'itch-and-mucus',
      'A wearer of monthly silicone hydrogel lenses reports itch, mucus and lenses that slide upwards. Both upper lids are red, with papillae over their whole inner surface; the corneas are clear. Which plan best addresses the cause?',
      wrong(
        'Fit a steeper lens, so that the upper lids move it less',
        'The lens rides up because the lid is rough and sticky. A tighter lens leaves the reaction as it is.',
      ),
      wrong(
        'Supply an antibiotic drop until the mucus has cleared',
        'The mucus comes from an allergic and mechanical reaction, not from bacterial infection.',
      ),
      right(
        'Pause wear, then resume with daily disposables',
        'Change across the whole lid points to what clings to the lens. A rest lets the lid settle, and daily replacement removes deposits and solution.',
      ),
      wrong(
        'Continue as before, with lubricant drops over the lens',
        'Lubricants may soothe for a while, but lid and lens would go on provoking one another.',
      ),
    ),
    single(
      'new-vessels',
      'A patient has worn thick hydrogel toric lenses for fourteen hours a day for years. He has no complaints, but vessels reach 1.5 mm beyond the limbus below; they did not two years ago. What is the most suitable plan?',
      wrong(
        'Keep the present lens, since it causes him no symptoms',
        'Hypoxia is usually silent. Growth since an earlier visit is reason enough to act.',
      ),
      wrong(
        'Change the cleaning solution, and keep lens and hours',
        'A preservative can irritate the eye, but it does not explain vessels that grow where oxygen is short.',
      ),
      wrong(
        'Begin a steroid drop before any change of lens',
        'It treats a sign while its cause remains, and adds the risks of pressure and infection.',
      ),
      right(
        'Refit for more oxygen, cut the hours, measure again',
        'A thick lens of low transmission worn for long is a likely cause. Measured follow-up shows whether growth has stopped.',
      ),
    ),
    single(
      'tomorrow',
      'A colleague will examine this eye tomorrow. Which entry in the record will help most to decide whether it has changed?',
      wrong(
        'Small infiltrate, looks sterile, hardly stains; no lens until seen again',
        '“Small” and “hardly” mean something else to each reader, and an opinion has taken the place of signs.',
      ),
      right(
        '4 o’clock, 1 mm from limbus: 0.5 mm infiltrate, 0.1 mm stain; chamber quiet',
        'Place, both diameters and a sign that was absent can all be measured again tomorrow.',
      ),
      wrong(
        'Redness grade 2, some staining, lids everted, patient told what to look for',
        'Without the name of the scale, and without place and size, nobody can tell growth from difference of opinion.',
      ),
      wrong(
        'Peripheral lesion like that of last year, perhaps slightly less marked',
        'A comparison with a picture in the mind cannot be repeated by somebody else.',
      ),
    ),
  ],
)
