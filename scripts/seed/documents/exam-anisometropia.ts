import { exam, right, single, wrong } from '../exam.ts'

/** The exam of the article on anisometropia. */
export const examAnisometropia = exam(
  'exam-anisometropia-and-prism',
  'Anisometropia and differential prism',
  'Six questions on the article, each with one best answer. You need four to pass.',
  [
    single(
      'vertical-prism',
      'A patient wears R −1.00 DS, L −2.00/−1.50 × 180, and reads 8 mm below the optical centres. How large is the difference in vertical prism between the eyes?',
      wrong('0.8Δ', 'This compares the spheres and leaves out a cylinder that acts in full in the vertical.'),
      wrong('1.2Δ', 'This is the share of the left cylinder alone. The spheres differ as well.'),
      right('2.0Δ', 'The vertical powers are −1.00 and −3.50. They differ by 2.50 D, and 0.8 × 2.50 = 2.0.'),
      wrong(
        '3.6Δ',
        'This adds both effects. They have the same base direction, so it is the difference that counts.',
      ),
    ),
    single(
      'happy-for-decades',
      'A man of 60 has worn R −1.00, L −3.50 since his twenties and is comfortable in progressive lenses. The prescription is unchanged, and he wants a new frame. You calculate 2.5Δ of difference at reading level. What should you order?',
      wrong(
        'The same prescription with a bi-prism on the left lens',
        'It removes a difference to which he has adapted. He may start to have symptoms.',
      ),
      right(
        'The same design, with centration and reading level as before',
        'He has adapted to this difference. Repeating what works keeps the adaptation.',
      ),
      wrong(
        'A weaker left lens, so that the difference in prism falls below 1Δ',
        'It blurs an eye in order to treat a number. He has no symptom that would justify that.',
      ),
      wrong(
        'A separate reading pair, because 1Δ is the limit of comfort',
        'Limits found with sudden prism in nine volunteers do not describe somebody with decades of practice.',
      ),
    ),
    single(
      'which-lens',
      'After surgery on one eye a patient wears R +0.50, L −3.50 with flat-top bifocals, and you have shown that vertical prism doubles the print. A bi-prism is agreed. How should it be worked?',
      right(
        'On the left lens, taking base-down prism out of the lower part',
        'The left lens is the more minus one and has the excess of base down at reading level.',
      ),
      wrong(
        'On the left lens, adding base-down prism to the lower part',
        'The left lens already has too much base down there. This would make the difference larger.',
      ),
      wrong(
        'On the right lens, taking base-down prism out of the lower part',
        'Below its centre the right lens has slight base up. Less base down there widens the difference.',
      ),
      wrong(
        'On both lenses, sharing the prism between their lower parts',
        'Equal changes to both eyes leave the difference between them as it was.',
      ),
    ),
    single(
      'unequal-images',
      'A woman of 35 with 5 D of anisometropia sees singly, but tires in straight-ahead gaze through well-centred lenses and finds one image larger. Which change is likely to reduce the difference in size most?',
      wrong(
        'A longer vertex distance',
        'Moving the lenses away from the eyes increases their effect on image size.',
      ),
      wrong(
        'A higher index for one lens',
        'It may thin the lens, but magnification hardly follows the index as such.',
      ),
      wrong(
        'A Fresnel prism on one lens',
        'A prism shifts an image and does not change its size. She sees singly in this gaze.',
      ),
      right(
        'A trial of contact lenses',
        'Worn on the eye, they have far less spectacle magnification, and a trial shows whether she notices.',
      ),
    ),
    single(
      'within-tolerance',
      'Words double through the near portion of new progressive lenses, R −0.50, L −3.00. Powers, centres, and prism at the reference points are within tolerance. What is the best next step?',
      wrong(
        'Return them as faulty, because of the prism at reading level',
        'That prism belongs to the prescription. Imbalance is checked at the reference points, where it is within tolerance.',
      ),
      right(
        'Let her read through the centres, chin down, with the addition held in front',
        'If the words are now single, differential prism is the likely cause, and she sees why.',
      ),
      wrong(
        'Explain that the lenses meet the standard, and that three months will cure it',
        'A standard tests the work against the order. It does not promise comfort, and waiting tests nothing.',
      ),
      wrong(
        'Order the same powers once more in a progressive design of another maker',
        'It changes several things at once, and none of them has been shown to help.',
      ),
    ),
    single(
      'not-a-remake',
      'Four patients with anisometropia return with new spectacles. Whose complaint calls for urgent referral instead of work on the pair?',
      wrong(
        'A man of 70 whose print doubles in the near portion and is single with his chin down',
        'This is how differential prism behaves. It can be shown and treated in practice.',
      ),
      wrong(
        'A woman of 48 who feels that floors slant since her first pair with full correction',
        'Unequal image sizes are likely. Measure, consider contact lenses, and give time where it is reasonable.',
      ),
      wrong(
        'A man of 55 whose stairs swim in his first progressives, but hold still in his distance pair',
        'A frequent effect of the lower part of progressive lenses. Advice on stairs and a second pair may help.',
      ),
      right(
        'A woman of 66 who sees double in each of her pairs since Monday, with a drooping lid',
        'It does not depend on the spectacles, and a new ptosis points to a nerve. This is an emergency.',
      ),
    ),
  ],
)
