import { definePlugin } from 'sanity'
import { exportQuestions } from './export-action.tsx'
import { importQuestions } from './import-action.tsx'

/** Lets editors bring questions into an exam and take them out, in the formats of other systems. */
export const questionExchange = definePlugin({
  name: 'question-exchange',
  document: {
    actions: (actions, { schemaType }) => {
      if (schemaType !== 'exam') return actions
      // Deleting stays the last entry of the menu.
      const last = actions.findIndex(({ action }) => action === 'delete')
      return actions.toSpliced(last === -1 ? actions.length : last, 0, importQuestions, exportQuestions)
    },
  },
})
