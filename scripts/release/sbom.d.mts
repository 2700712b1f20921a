import type { Component } from '../notices.mjs'

export function sbomOf(project: Component, components: readonly Component[]): object
