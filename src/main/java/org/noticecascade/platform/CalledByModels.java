package org.noticecascade.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the methods that an expression of a model or of a shared filter may call. No other method of any bean can be
 * called by an expression. Such a method has no parameter, or the execution alone.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface CalledByModels {}
