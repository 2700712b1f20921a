import type { Component } from '../notices/notices.mjs'

export function sbomOf(project: Component, components: readonly Component[]): object
