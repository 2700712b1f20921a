import { withBase } from 'vitepress'
import { defineComponent, h, onMounted, onUnmounted, ref } from 'vue'
import type { Playground as Mounted } from '../../playground/playground.ts'

/** The playground, whose code is loaded by the pages that show it. */
export const Playground = defineComponent({
  setup() {
    const root = ref<HTMLElement>()
    let mounted: Mounted | undefined
    let isGone = false
    onMounted(async () => {
      const module = await import('../../playground/playground.ts')
      if (root.value === undefined || isGone) return
      mounted = new module.Playground(root.value, withBase('/'))
      await mounted.begin('two-ingresses')
    })
    onUnmounted(() => {
      isGone = true
      mounted?.close()
    })
    return () =>
      h('div', { class: 'playground', ref: root }, [
        h('p', { class: 'status' }, 'The playground needs JavaScript.'),
      ])
  },
})
